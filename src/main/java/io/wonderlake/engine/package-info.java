/// SQL engines behind one port: what a query is, how its rows arrive, what it cost, and how a text falls apart into statements. Knows no window.
package io.wonderlake.engine;
