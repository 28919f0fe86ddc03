package bactrian.web;

/** Numbers in a query. */
final class Paging {
    private Paging() {}

    /** A number from 1 to {@code most}; {@code usual} where it is missing or none. */
    static int number(WebRequest request, String name, int usual, int most) {
        try {
            int given = Integer.parseInt(request.parameter(name).orElse(Integer.toString(usual)));
            return Math.max(1, Math.min(most, given));
        } catch (NumberFormatException notANumber) {
            return usual;
        }
    }
}
