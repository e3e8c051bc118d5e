/// Pipelines: their definitions (YAML, SQL models), how they run, and what the runs did. Knows no window.
package io.wonderlake.pipeline;
