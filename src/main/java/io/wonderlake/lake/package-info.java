/// The vocabulary of a lake (tiers, objects, prefixes) and the port to its objects. Knows no vendor, no catalog, no window.
package io.wonderlake.lake;
