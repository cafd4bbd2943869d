package io.github.asltestkit.coverage;

import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;

/** The console's table: a line for each definition, and what was never taken of it. */
final class CoverageTable {
    private static final ItemKind[] STATES = {ItemKind.STATE};
    private static final ItemKind[] WAYS = {
        ItemKind.TRANSITION, ItemKind.CHOICE_RULE, ItemKind.CHOICE_RULE_FALSE, ItemKind.DEFAULT, ItemKind.BRANCH
    };
    private static final ItemKind[] ERRORS = {ItemKind.RETRIER, ItemKind.CATCHER, ItemKind.TIMEOUT, ItemKind.HEARTBEAT};
    private static final ItemKind[] MAPS = {ItemKind.MAP_NO_ITEM, ItemKind.MAP_ONE_ITEM, ItemKind.MAP_MANY_ITEMS};
    private static final int WIDEST_NAME = 50;

    private CoverageTable() {}

    static String text(Coverage coverage) {
        return rows(coverage) + missed(coverage);
    }

    /** A line for each definition, without what was never taken. */
    static String rows(Coverage coverage) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"definition", "covered", "states", "ways", "errors", "maps"});
        Ratio[] sums = {Ratio.NONE, Ratio.NONE, Ratio.NONE, Ratio.NONE};
        for (DefinitionCoverage definition : coverage.definitions()) {
            Ratio[] ratios = {
                definition.ratio(STATES), definition.ratio(WAYS), definition.ratio(ERRORS), definition.ratio(MAPS)
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].plus(ratios[i]);
            }
            rows.add(row(definition.outline().name(), definition.ratio(), ratios));
        }
        if (coverage.definitions().size() != 1) {
            rows.add(row("total", coverage.ratio(), sums));
        }
        return table(rows);
    }

    private static String[] row(String name, Ratio all, Ratio[] ratios) {
        String[] row = new String[ratios.length + 2];
        row[0] = Text.cut(name, WIDEST_NAME);
        row[1] = all.percentText() + " %";
        for (int i = 0; i < ratios.length; i++) {
            row[i + 2] = ratios[i].total() == 0 ? "-" : ratios[i].covered() + "/" + ratios[i].total();
        }
        return row;
    }

    private static String table(List<String[]> rows) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? row[i] + blanks : "   " + blanks + row[i]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String missed(Coverage coverage) {
        StringBuilder text = new StringBuilder();
        for (DefinitionCoverage definition : coverage.definitions()) {
            List<CoverageItem> missed = definition.missedOutermost();
            if (!missed.isEmpty()) {
                text.append('\n')
                        .append(Text.cut(definition.outline().file(), Text.WIDTH))
                        .append('\n');
            }
            for (CoverageItem item : missed) {
                String place = "  " + item.line() + ":" + item.column() + "  ";
                text.append(place)
                        .append(String.join(
                                "\n" + " ".repeat(place.length()),
                                Text.wrap(item.missed(), Text.WIDTH - place.length())))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
