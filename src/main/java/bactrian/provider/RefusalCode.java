package bactrian.provider;

import bactrian.outcome.Code;

/** The code of an edit that a provider refuses, by the HTTP status it refuses with. The same for every provider. */
public final class RefusalCode {
    private RefusalCode() {}

    /** @param status anything but success */
    public static Code of(int status) {
        return switch (status) {
            case 401 -> Code.UNAUTHORIZED;
            case 402, 403 -> Code.FORBIDDEN;
            case 404, 410 -> Code.NOT_FOUND;
            case 413, 414 -> Code.TOO_LARGE;
            default -> Code.REJECTED;
        };
    }

    /**
     * Whether the status alone says that it is not about one target or another, but about the account's plan, the form
     * of the request or its address.
     */
    public static boolean concernsWholeCall(int status) {
        return status < 400 || status == 402 || status == 405 || status == 415;
    }
}
