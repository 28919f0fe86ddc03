package bactrian.flow;

import java.util.Locale;

/** How steps of a provider are named in routes. */
final class StepNames {
    private StepNames() {}

    /** {@code yandex-tracker} becomes {@code yandexTracker}, to be followed by {@code Request} or {@code Reply}. */
    static String of(String provider) {
        StringBuilder name = new StringBuilder();
        for (String word : provider.split("-")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
