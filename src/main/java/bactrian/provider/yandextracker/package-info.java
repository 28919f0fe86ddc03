/**
 * Yandex Tracker: bulk changes of up to 10 000 issues, which Tracker runs in the background. They are followed to their
 * end, then the issues that failed are read.
 */
@NullMarked
package bactrian.provider.yandextracker;

import org.jspecify.annotations.NullMarked;
