/// One opened lake with everything that stands on it, as the command line and the window are handed it.
package io.wonderlake.workspace;
