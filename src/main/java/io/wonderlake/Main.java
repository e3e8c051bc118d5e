package io.wonderlake;

/// Starts Wonderlake: the window without arguments, otherwise one command.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
    }
}
