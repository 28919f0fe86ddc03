package bactrian.reference;

import bactrian.outcome.Code;

/** The page about outcome codes. */
final class CodesPage {
    private CodesPage() {}

    static String text() {
        Page page = new Page("Codes");
        page.line("What stands in `_code`, in `summary.json` and in problems. The words never change their meaning.");
        page.table("code", "what to do");
        for (Code code : Code.values()) {
            page.row("`" + code.word() + "`", code.hint());
        }
        return page.text();
    }
}
