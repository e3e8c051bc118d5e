/// How files and rows come into the raw tier, and the manifest that each upload leaves. Knows no window.
package io.wonderlake.ingest;
