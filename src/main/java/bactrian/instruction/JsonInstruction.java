package bactrian.instruction;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One instruction of a JSON document.
 *
 * @param row its number, from 1
 * @param line on which it starts
 * @param head everything but its ids; ids that are no list are left in it
 */
record JsonInstruction(long row, long line, ObjectNode head, JsonIds ids) {}
