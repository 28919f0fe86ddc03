/**
 * What a provider is to the rest of the house. Each provider has a folder of its own, with the same nouns under another
 * prefix: {@code XProvider}, {@code XCatalogue}, {@code XDialect}. Providers are pure: no clock, no network, no Camel.
 */
@NullMarked
package bactrian.provider;

import org.jspecify.annotations.NullMarked;
