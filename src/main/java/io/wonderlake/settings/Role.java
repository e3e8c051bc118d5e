package io.wonderlake.settings;

/// Who sits at the window. Picks the page that it starts with; hides nothing.
public enum Role {
    ANALYST("home"), BUSINESS("home"), SUPPORT("runs");

    private final String startPlace;

    Role(String startPlace) {
        this.startPlace = startPlace;
    }

    /// Id of the place where the window starts.
    public String startPlace() {
        return startPlace;
    }
}
