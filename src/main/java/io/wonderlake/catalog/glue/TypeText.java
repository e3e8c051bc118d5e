package io.wonderlake.catalog.glue;

/// Steps through the text of a type. Whatever does not fit ends with a [Malformed].
final class TypeText {
    private final String text;
    private int at;

    TypeText(String text) {
        this.text = text;
    }

    /// The text is no type that we understand.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }

    boolean isNext(char wanted) {
        skipBlanks();
        return at < text.length() && text.charAt(at) == wanted;
    }

    boolean take(char wanted) {
        boolean next = isNext(wanted);
        if (next) {
            at++;
        }
        return next;
    }

    void demand(char wanted) throws Malformed {
        if (!take(wanted)) {
            throw new Malformed();
        }
    }

    /// All up to the first of `ends`, which stays; at least one character.
    String until(String ends) throws Malformed {
        skipBlanks();
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String found = text.substring(start, at).strip();
        if (found.isEmpty()) {
            throw new Malformed();
        }
        return found;
    }

    /// A name, in double quotes or up to a blank.
    String name() throws Malformed {
        if (!take('"')) {
            return until(" ,()");
        }
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                name.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                name.append(text.charAt(at++));
            } else {
                return name.toString();
            }
        }
        throw new Malformed();
    }

    /// What stands in round brackets, without blanks; empty where there are none.
    String arguments() throws Malformed {
        if (!take('(')) {
            return "";
        }
        String inside = until(")").replace(" ", "");
        demand(')');
        return "(" + inside + ")";
    }

    void end() throws Malformed {
        skipBlanks();
        if (at < text.length()) {
            throw new Malformed();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
