/// The data grid: shows any number of rows and columns of one source, and holds only what is in view. Positions are absolute row numbers
/// and column numbers of the source, whatever the order on the screen. Knows no feature.
package io.wonderlake.ui.kit.grid;
