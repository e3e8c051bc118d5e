/// Background work: what a job is, how it is stopped, and how it ends. Also the failures and the words that users read. Knows nothing of lakes.
package io.wonderlake.work;
