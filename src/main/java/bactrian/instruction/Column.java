package bactrian.instruction;

/**
 * One column of a CSV document.
 *
 * @param name without spaces and invisible characters around it
 */
record Column(int index, String name, Role role) {

    /** What a column says of its row. */
    enum Role {
        PROVIDER,
        OPERATION,
        CONNECTION,
        ID,
        WHERE,
        REFERENCE,
        /** Says nothing: its name starts with an underscore. */
        IGNORED,
        PARAMETER;

        static Role of(String name) {
            return switch (name) {
                case "provider" -> PROVIDER;
                case "operation" -> OPERATION;
                case "connection" -> CONNECTION;
                case "id" -> ID;
                case "where" -> WHERE;
                case "reference" -> REFERENCE;
                default -> name.startsWith("_") ? IGNORED : PARAMETER;
            };
        }

        /** Whether rows that differ in nothing else ask for the same change. */
        boolean saysNothingOfTheChange() {
            return this == ID || this == REFERENCE || this == IGNORED;
        }
    }
}
