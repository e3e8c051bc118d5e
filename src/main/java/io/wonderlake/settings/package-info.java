/// What Wonderlake remembers between two starts: one record per area, and the files in the user's configuration folder that hold them.
/// Knows no window.
package io.wonderlake.settings;
