/// The command line: one class for each command, thin. A failure is one line of cause and one line of what to do.
package io.wonderlake.cli;
