package io.wonderlake.ui.kit;

import java.util.Optional;

/// A short message that comes up at the bottom right. Failures stay until they are closed, others go after five seconds.
///
/// @param message second line; may be empty
/// @param action label and deed of its one link
public record Toast(Kind kind, String title, String message, Optional<FailureBanner.Remedy> action) {

    /// What happened.
    public enum Kind { DONE, NOTE, FAILED }

    public static Toast done(String title, String message) {
        return new Toast(Kind.DONE, title, message, Optional.empty());
    }

    public static Toast failed(String title, String message) {
        return new Toast(Kind.FAILED, title, message, Optional.empty());
    }

    public Toast with(String label, Runnable act) {
        return new Toast(kind, title, message, Optional.of(new FailureBanner.Remedy(label, act)));
    }
}
