/// Pipelines of a local lake: the runner that executes their steps in this process, and the history of runs in the lake's index.
package io.wonderlake.pipeline.local;
