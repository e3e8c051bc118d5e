/// What all screens are made of: theme, icons, grid, banners, navigation. Knows no feature.
package io.wonderlake.ui.kit;
