/// The first page: ways in, what was opened last, and how the lake is.
package io.wonderlake.ui.home;
