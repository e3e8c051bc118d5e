/// A lake on a folder of this computer: its layout, and the store of its objects. Knows no index and no catalog.
package io.wonderlake.lake.folder;
