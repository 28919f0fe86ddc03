package bactrian.provider;

import bactrian.operation.Catalogue;
import bactrian.provider.awork.AworkProvider;
import bactrian.provider.close.CloseProvider;
import bactrian.provider.yandextracker.YandexTrackerProvider;
import java.util.List;
import java.util.Optional;

/** All providers. A new one is added to the list in {@link #shipped}. */
public final class Providers {
    private final List<Provider> providers;

    public Providers(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Those that come with Bactrian. */
    public static Providers shipped() {
        return new Providers(List.of(new CloseProvider(), new AworkProvider(), new YandexTrackerProvider()));
    }

    public List<Provider> all() {
        return providers;
    }

    public Optional<Provider> find(String name) {
        return providers.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public Catalogue catalogue() {
        return new Catalogue(
                providers.stream().flatMap(p -> p.operations().stream()).toList());
    }
}
