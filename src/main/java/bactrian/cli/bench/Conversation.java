package bactrian.cli.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What came in on one connection, and what is said to it. Understands what the three providers' clients send. */
final class Conversation {
    private static final byte[] END = bytes("\r\n\r\n");
    private static final byte[] LENGTH = bytes("content-length:");
    private static final byte[] IDS = bytes("\"taskids\":");
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private static final byte[] TASK = answer("200 OK", "{\"id\":\"task\"}");
    private static final byte[] TAKEN = answer("201 Created", "{\"id\":\"1\",\"status\":\"CREATED\"}");
    private static final byte[] COMPLETE = answer("200 OK", "{\"id\":\"1\",\"status\":\"COMPLETE\"}");
    private static final byte[] NO_FAILURES = answer("200 OK", "[]");

    private ByteBuffer in = ByteBuffer.allocate(4096);

    /** Where more can be read into. */
    ByteBuffer room() {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 4).put(in.flip());
        }
        return in;
    }

    /** The answer to the first whole request that has come in; empty where there is none. */
    ByteBuffer answer() {
        int head = find(END, 0, in.position());
        if (head < 0) {
            return NONE;
        }
        int body = head + END.length;
        int end = body + length(head);
        if (in.position() < end) {
            return NONE;
        }
        ByteBuffer answer = answer(body, end);
        in.limit(in.position()).position(end);
        in.compact();
        return answer;
    }

    private ByteBuffer answer(int body, int end) {
        byte[] text = in.array();
        if (text[0] == 'P' && text[1] == 'U') {
            return ByteBuffer.wrap(TASK);
        }
        if (text[0] == 'P') {
            int ids = find(IDS, body, end);
            return ByteBuffer.wrap(ids < 0 ? TAKEN : done(text, ids + IDS.length, end));
        }
        return ByteBuffer.wrap(find(bytes("/issues"), 0, body) < 0 ? COMPLETE : NO_FAILURES);
    }

    /** awork's answer: all ids are in the list of those that were done. */
    private byte[] done(byte[] text, int from, int end) {
        int to = from;
        while (to < end && text[to] != ']') {
            to++;
        }
        return answer(
                "207 Multi-Status",
                "{\"ok\":{\"ids\":" + new String(text, from, to + 1 - from, StandardCharsets.ISO_8859_1) + "}}");
    }

    private int length(int head) {
        int at = find(LENGTH, 0, head);
        if (at < 0) {
            return 0;
        }
        int length = 0;
        for (int i = at + LENGTH.length; i < head && in.get(i) != '\r'; i++) {
            length = in.get(i) == ' ' ? length : length * 10 + in.get(i) - '0';
        }
        return length;
    }

    /** Letters are compared without regard to case. */
    private int find(byte[] word, int from, int to) {
        byte[] text = in.array();
        for (int at = from; at <= to - word.length; at++) {
            int same = 0;
            while (same < word.length && (text[at + same] == word[same] || lower(text[at + same]) == word[same])) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static byte[] answer(String status, String body) {
        return bytes("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
