package bactrian.provider.yandextracker;

import bactrian.provider.Provider;
import bactrian.provider.ProviderContract;
import java.util.Map;
import java.util.Set;

class YandexTrackerProviderTest extends ProviderContract {
    @Override
    protected Provider provider() {
        return new YandexTrackerProvider();
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of(YandexTrackerProvider.TOKEN, "token-of-the-test");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(YandexTrackerProvider.ORG_ID, "org-of-the-test");
    }

    @Override
    protected Set<Capability> capabilities() {
        return Set.of(Capability.FOLLOWS);
    }
}
