package bactrian.instruction;

/** What a value can be, as far as reading it from text is concerned. */
enum Kind {
    BOOLEAN,
    INTEGER,
    NUMBER,
    /** A day of the calendar. */
    DATE,
    /** An instant with an offset. */
    INSTANT,
    /** Text of a fixed form: one of a few words, an id. Spaces around it mean nothing. */
    WORD,
    /** Any text; spaces count. */
    TEXT,
    LIST,
    OBJECT
}
