/// The Explore screen: the lake as a tree of tiers, domains, tables, folders and objects, and a page for each table and object that is opened.
/// View models decide, controllers only bind. Knows no other feature; leaves through destinations.
package io.wonderlake.ui.explore;
