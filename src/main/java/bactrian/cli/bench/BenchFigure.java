package bactrian.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios of a run as a drawing (SVG): a bar each, and a mark where the project wants it to be. */
public final class BenchFigure {
    private static final int LEFT = 330;
    private static final int UNIT = 200;
    private static final int LINE = 30;
    private static final double LONGEST = 2.2;

    private final List<String> shapes = new ArrayList<>();
    private int bars;

    private BenchFigure() {}

    /** @param figures as {@link BenchRun#run} tells them */
    public static String of(JsonNode figures) {
        BenchFigure figure = new BenchFigure();
        figure.bar(
                "yandex-tracker, rows/s, of the floor's",
                figures.at("/coalescing/yandex-tracker/rowsPerSecondToFloor"),
                "≥",
                1 / 3.0);
        figure.bar("awork, rows/s, of the floor's", figures.at("/coalescing/awork/rowsPerSecondToFloor"), "≥", 1 / 3.0);
        figure.bar("one row a call, calls/s, of the floor's", figures.at("/calls/callsPerSecondToFloor"), "≥", 0.5);
        figure.bar("the same, of a plain Camel route's", figures.at("/calls/callsPerSecondToPlainRoute"), "≥", 1);
        figure.bar("share of the allowed rate", figures.at("/rate/share"), "≥", 0.97);
        figure.bar("'run' until ready, of a bare start", figures.at("/start/runToBareStart"), "≤", 1.3);
        return figure.text();
    }

    private void bar(String what, JsonNode value, String wanted, double target) {
        if (value.isMissingNode()) {
            return;
        }
        int y = 20 + LINE * bars++;
        double width = Math.min(value.asDouble(), LONGEST) * UNIT;
        boolean reached = wanted.equals("≥") ? value.asDouble() >= target : value.asDouble() <= target;
        add("<text x='%d' y='%d' text-anchor='end'>%s</text>", LEFT - 10, y + 14, what.replace("'", "&#39;"));
        add(
                "<rect x='%d' y='%d' width='%.0f' height='18' fill='%s'/>",
                LEFT, y, width, reached ? "#2f7d5b" : "#b4572b");
        add(
                "<text x='%.0f' y='%d'>%.2f (%s %.2f)</text>",
                LEFT + Math.max(width, target * UNIT) + 8, y + 14, value.asDouble(), wanted, target);
        add("<path d='M%.0f %dv24' stroke='#222' stroke-width='2'/>", LEFT + target * UNIT, y - 3);
    }

    private void add(String shape, Object... values) {
        shapes.add(String.format(Locale.ROOT, shape, values));
    }

    private String text() {
        int width = LEFT + (int) (LONGEST * UNIT) + 130;
        int height = 30 + LINE * bars;
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>%n"
                        + "<title>Ratios of one run of bactrian bench; the marks are what the project wants</title>%n"
                        + "<rect width='100%%' height='100%%' fill='#fff'/>%n%s%n</svg>%n",
                width,
                height,
                String.join(System.lineSeparator(), shapes));
    }
}
