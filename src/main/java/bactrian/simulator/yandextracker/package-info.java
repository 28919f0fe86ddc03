/** Yandex Tracker as a local server: bulk changes, issues, search and count. */
@NullMarked
package bactrian.simulator.yandextracker;

import org.jspecify.annotations.NullMarked;
