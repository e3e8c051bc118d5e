/// The local result store: each answer of an engine lands here once, and is paged from here. Knows no window.
package io.wonderlake.result;
