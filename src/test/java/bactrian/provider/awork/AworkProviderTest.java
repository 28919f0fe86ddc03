package bactrian.provider.awork;

import bactrian.provider.Provider;
import bactrian.provider.ProviderContract;
import java.util.Map;

class AworkProviderTest extends ProviderContract {
    @Override
    protected Provider provider() {
        return new AworkProvider();
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of(AworkProvider.TOKEN, "token-of-the-test");
    }
}
