package bactrian.provider.close;

import bactrian.provider.Provider;
import bactrian.provider.ProviderContract;
import java.util.Map;
import java.util.Set;

class CloseProviderTest extends ProviderContract {
    @Override
    protected Provider provider() {
        return new CloseProvider();
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of(CloseProvider.API_KEY, "key-of-the-test");
    }

    @Override
    protected Set<Capability> capabilities() {
        return Set.of(Capability.FOLLOWS, Capability.RECOVERS, Capability.ASKS_TO_WAIT);
    }
}
