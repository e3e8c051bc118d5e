package io.wonderlake.ui.query;

import java.util.Optional;

/// A query document as it is remembered from one start to the next.
///
/// @param id names its file
/// @param saved the saved query that it came from, as a path; empty for a text of its own
/// @param engine name of the engine that it runs on; empty for the usual one
/// @param kept the text as it was saved last, to tell whether it was changed since
record Draft(String id, String title, String text, int caret, Optional<String> engine, Optional<String> saved, Optional<String> kept) {

    /// A text of its own, which nothing remembers yet.
    static Draft of(String title, String text, Optional<String> engine) {
        return new Draft(Drafts.newId(), title, text, 0, engine, Optional.empty(), Optional.empty());
    }
}
