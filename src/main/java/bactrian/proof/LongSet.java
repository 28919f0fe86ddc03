package bactrian.proof;

import java.util.Arrays;

/** Numbers, eight bytes each and as much free. */
final class LongSet {
    private long[] slots = new long[1 << 10];
    private int size;

    /** @return whether it is new; 0 counts as 1 */
    boolean add(long number) {
        if (size * 2 >= slots.length) {
            long[] before = slots;
            slots = new long[before.length * 2];
            size = 0;
            Arrays.stream(before).filter(known -> known != 0).forEach(this::add);
        }
        long wanted = number == 0 ? 1 : number;
        int at = (int) (wanted ^ wanted >>> 32) & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == wanted) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = wanted;
        size++;
        return true;
    }
}
