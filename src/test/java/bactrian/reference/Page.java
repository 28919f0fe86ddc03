package bactrian.reference;

/** A Markdown page under construction. */
final class Page {
    private static final String ORIGIN = "<!-- Written from the catalogue by ReferencePagesTest; do not edit. -->";

    private final StringBuilder text = new StringBuilder();

    Page(String title) {
        text.append("# ").append(title).append('\n').append(ORIGIN).append('\n');
    }

    void heading(String title) {
        text.append("\n## ").append(title).append('\n');
    }

    /** A paragraph. */
    void line(String sentence) {
        text.append('\n').append(sentence).append('\n');
    }

    /** Starts a list; its items follow. */
    void list() {
        text.append('\n');
    }

    void item(String sentence) {
        text.append("- ").append(sentence).append('\n');
    }

    /** Starts a table; its rows follow. */
    void table(String... columns) {
        text.append('\n');
        row(columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }

    void code(String language, String lines) {
        text.append("\n```").append(language).append('\n').append(lines).append("\n```\n");
    }

    String text() {
        return text.toString();
    }
}
