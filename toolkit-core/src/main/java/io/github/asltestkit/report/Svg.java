package io.github.asltestkit.report;

import io.github.asltestkit.definition.StateType;
import java.util.List;
import java.util.Locale;

/** A laid out diagram as an SVG file that stands alone, with colours for light and dark. */
final class Svg {
    private static final String STYLE = """
            svg{--panel:#f6f7f9;--line:#b9c1cc;--ink:#1d2430;--soft:#5d6878;--idle:#7d8896;--paper:#fff}
            @media(prefers-color-scheme:dark){svg{--panel:#1c222b;--line:#4a5564;--ink:#e6eaf0;--soft:#9aa7b8;\
            --idle:#8793a3;--paper:#14181f}}
            text{font:600 13px system-ui,"Segoe UI",Roboto,sans-serif;fill:var(--ink);text-anchor:middle}
            .s{font-weight:400;font-size:11px;fill:var(--soft)}.b{fill:var(--panel);stroke:var(--idle);stroke-width:1.5}
            .g{fill:none}.f{fill:none;stroke:var(--line);stroke-dasharray:4 3}
            .w{fill:none;stroke:var(--idle);stroke-width:1.4}.c{stroke-dasharray:2 3}.t{fill:var(--idle)}
            .d{fill:var(--soft)}.r{fill:none;stroke:var(--soft);stroke-width:1.5}.h{fill:var(--paper);opacity:.85}
            """;

    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    static String text(Layout layout) {
        Svg svg = new Svg();
        long width = (long) Math.ceil(layout.width());
        long height = (long) Math.ceil(layout.height());
        svg.text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        svg.text
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width);
        svg.text
                .append(' ')
                .append(height)
                .append("\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n");
        svg.contents(layout);
        return svg.text.append("</svg>\n").toString();
    }

    private void contents(Layout layout) {
        layout.lines().forEach(this::line);
        circle("d", layout.start(), 6);
        Layout.Point end = layout.end();
        if (end != null) {
            circle("r", end, 8);
            circle("d", end, 4.5);
        }
        layout.boxes().forEach(this::box);
    }

    private void box(Layout.Box box) {
        double middle = box.width() / 2;
        text.append("<g transform=\"translate(")
                .append(at(box.x()))
                .append(',')
                .append(at(box.y()))
                .append(")\">");
        shape(box);
        label("", middle, 19, Layout.cut(box.state().name(), box.width() - 16, 13));
        label("s", middle, 34, Layout.cut(box.state().caption(), box.width() - 16, 11));
        for (Layout.Group group : box.groups()) {
            Layout inner = group.layout();
            text.append("<g transform=\"translate(")
                    .append(at(group.x()))
                    .append(',')
                    .append(at(group.y()));
            text.append(")\"><rect class=\"f\" width=\"")
                    .append(at(inner.width()))
                    .append("\" height=\"");
            text.append(at(inner.height())).append("\" rx=\"6\"/>");
            label("s", 8 + Layout.width(group.label(), 11) / 2, 14, group.label());
            contents(inner);
            text.append("</g>");
        }
        text.append("</g>\n");
    }

    private void shape(Layout.Box box) {
        String kind = box.groups().isEmpty() ? "b" : "b g";
        if (box.state().type() == StateType.CHOICE) {
            double cut = 14;
            text.append("<path class=\"b\" d=\"M14,0H")
                    .append(at(box.width() - cut))
                    .append('L');
            text.append(at(box.width()))
                    .append(',')
                    .append(at(box.height() / 2))
                    .append('L');
            text.append(at(box.width() - cut))
                    .append(',')
                    .append(at(box.height()))
                    .append("H14L0,");
            text.append(at(box.height() / 2)).append("Z\"/>");
            return;
        }
        double round = switch (box.state().type()) {
            case WAIT -> box.height() / 2;
            case SUCCEED, FAIL -> 2;
            default -> 8;
        };
        text.append("<rect class=\"").append(kind).append("\" width=\"").append(at(box.width()));
        text.append("\" height=\"")
                .append(at(box.height()))
                .append("\" rx=\"")
                .append(at(round))
                .append("\"/>");
    }

    private void line(Layout.Line line) {
        boolean caught = line.edge() != null && line.edge().way() == MachineDiagram.Way.CATCH;
        List<Layout.Point> points = line.points();
        text.append("<path class=\"").append(caught ? "w c" : "w").append("\" d=\"");
        for (int i = 0; i < points.size(); i++) {
            text.append(i == 0 ? 'M' : 'L')
                    .append(at(points.get(i).x()))
                    .append(',')
                    .append(at(points.get(i).y()));
        }
        text.append("\"/>");
        if (points.size() > 1) {
            tip(points.get(points.size() - 2), points.get(points.size() - 1));
        }
        Layout.Point middle = line.labelAt();
        if (middle != null) {
            double width = Layout.width(line.label(), 11);
            text.append("<rect class=\"h\" x=\"")
                    .append(at(middle.x() - width / 2))
                    .append("\" y=\"");
            text.append(at(middle.y() - 8))
                    .append("\" width=\"")
                    .append(at(width))
                    .append("\" height=\"15\"/>");
            label("s", middle.x(), middle.y() + 3.5, line.label());
        }
        text.append('\n');
    }

    private void tip(Layout.Point before, Layout.Point end) {
        double angle = Math.atan2(end.y() - before.y(), end.x() - before.x());
        text.append("<path class=\"t\" d=\"M").append(at(end.x())).append(',').append(at(end.y()));
        for (double turn : new double[] {0.4, -0.4}) {
            text.append('L').append(at(end.x() - 8 * Math.cos(angle + turn))).append(',');
            text.append(at(end.y() - 8 * Math.sin(angle + turn)));
        }
        text.append("Z\"/>");
    }

    private void circle(String kind, Layout.Point middle, double radius) {
        text.append("<circle class=\"")
                .append(kind)
                .append("\" cx=\"")
                .append(at(middle.x()))
                .append("\" cy=\"");
        text.append(at(middle.y())).append("\" r=\"").append(radius).append("\"/>\n");
    }

    private void label(String kind, double x, double y, String words) {
        text.append("<text")
                .append(kind.isEmpty() ? "" : " class=\"" + kind + "\"")
                .append(" x=\"")
                .append(at(x));
        text.append("\" y=\"").append(at(y)).append("\">");
        text.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</text>");
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
