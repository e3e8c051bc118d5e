/// The place Runs: what the pipelines did, step by step, with their logs and the rows they refused. The classes named `…ViewModel` know no control.
package io.wonderlake.ui.runs;
