/// The place Query: documents of SQL, what runs in them, and their results. The classes named `…ViewModel` and all that stands below them
/// (words, names, completion, drafts, history) know no control.
package io.wonderlake.ui.query;
