package io.wonderlake.lake;

import java.util.List;
import java.util.Optional;

/// One page of a listing, in key order.
///
/// @param objects the objects of this page
/// @param folders the folders of this page; empty unless the listing was delimited
/// @param next hand it to the next call for the page after this one; empty on the last page
/// @param unlisted names that stand between the others and that no key may have, where the store meets them on its way
public record Listing(List<ObjectEntry> objects, List<Prefix> folders, Optional<String> next, List<String> unlisted) {

    public Listing(List<ObjectEntry> objects, List<Prefix> folders, Optional<String> next) {
        this(objects, folders, next, List.of());
    }
}
