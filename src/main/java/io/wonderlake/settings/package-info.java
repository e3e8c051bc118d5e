/// What Wonderlake remembers for a user, one record per area, and where it stands on this computer. No secret is ever among it.
package io.wonderlake.settings;
