package bactrian.provider.yandextracker;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.provider.Dialect;
import bactrian.provider.Profile;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Yandex Tracker, of a Yandex 360 or a Yandex Cloud organization. */
public final class YandexTrackerProvider implements Provider {
    static final String NAME = "yandex-tracker";
    static final String TOKEN = "token";
    static final String AUTH = "auth";
    static final String ORG_ID = "org-id";
    static final String CLOUD_ORG_ID = "cloud-org-id";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Yandex Tracker",
                URI.create("https://api.tracker.yandex.net/v3"),
                "YANDEX_TRACKER_BASE_URL",
                5,
                List.of(
                        Setting.credential(TOKEN, "YANDEX_TRACKER_TOKEN", "The OAuth or IAM token."),
                        Setting.option(
                                AUTH,
                                "YANDEX_TRACKER_AUTH",
                                "What the token is: OAuth (default) or Bearer (an IAM token)."),
                        Setting.option(ORG_ID, "YANDEX_TRACKER_ORG_ID", "The id of the Yandex 360 organization."),
                        Setting.option(
                                CLOUD_ORG_ID,
                                "YANDEX_TRACKER_CLOUD_ORG_ID",
                                "The id of the Yandex Cloud organization, instead of org-id."),
                        new Setting(
                                "fields.*",
                                Optional.empty(),
                                false,
                                "The type that a CSV column values.<field> has: string (default), number, integer, boolean,"
                                        + " date, date-time or list.",
                                List.of(
                                        "string",
                                        "text",
                                        "number",
                                        "integer",
                                        "boolean",
                                        "date",
                                        "date-time",
                                        "list"))),
                YandexTrackerProvider::missing);
    }

    @Override
    public List<Operation> operations() {
        return YandexTrackerCatalogue.operations();
    }

    @Override
    public Dialect dialect(Connection connection) {
        return new YandexTrackerDialect(connection);
    }

    private static Optional<String> missing(Connection connection) {
        if (!Profile.proves(connection, TOKEN)) {
            return lacking(connection, "has no token", "set YANDEX_TRACKER_TOKEN", TOKEN);
        }
        boolean org = connection.option(ORG_ID).isPresent();
        boolean cloudOrg = connection.option(CLOUD_ORG_ID).isPresent();
        if (!org && !cloudOrg) {
            return lacking(
                    connection,
                    "has no organization",
                    "set YANDEX_TRACKER_ORG_ID or YANDEX_TRACKER_CLOUD_ORG_ID",
                    ORG_ID);
        }
        if (org && cloudOrg) {
            return lacking(
                    connection,
                    "has two organizations",
                    "set only one of YANDEX_TRACKER_ORG_ID and YANDEX_TRACKER_CLOUD_ORG_ID",
                    ORG_ID);
        }
        return TokenKind.of(connection).isPresent()
                ? Optional.empty()
                : lacking(connection, "has another auth than OAuth or Bearer", "correct YANDEX_TRACKER_AUTH", AUTH);
    }

    private static Optional<String> lacking(Connection connection, String what, String remedy, String key) {
        return Optional.of(Profile.lacking(connection, what, remedy, key));
    }
}
