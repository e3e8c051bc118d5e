/// Measurements that somebody asks for. No test.
package io.wonderlake.bench;
