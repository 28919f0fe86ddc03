package bactrian.plan;

import java.util.Arrays;

/** Whole numbers by place, four bytes each; what was never set is 0. */
final class Column {
    private int[] numbers = new int[16];

    int get(int place) {
        return place < numbers.length ? numbers[place] : 0;
    }

    void set(int place, int number) {
        if (place >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(place + 1, numbers.length + (numbers.length >> 1)));
        }
        numbers[place] = number;
    }

    /** Adds one. @return the number as it was before */
    int count(int place) {
        int before = get(place);
        set(place, before + 1);
        return before;
    }
}
