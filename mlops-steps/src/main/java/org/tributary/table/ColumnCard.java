package org.tributary.table;

import java.util.List;
import java.util.Locale;
import org.tributary.table.ColumnProfile.Histogram;
import org.tributary.table.ColumnProfile.Quantiles;
import org.tributary.table.ColumnProfile.Spread;
import org.tributary.table.ColumnProfile.TimeRange;
import org.tributary.table.ColumnProfile.TopValue;

/** The part of a profile's page that shows one column. */
record ColumnCard(ColumnProfile column, StringBuilder html) {
    private static final int CHART_WIDTH = 400;
    private static final int CHART_HEIGHT = 100;

    void write() {
        html.append("<section>\n<h2>").append(name()).append(" <small>");
        html.append(column.type().label()).append("</small></h2>\n");
        presence();
        column.numbers().ifPresent(this::spread);
        column.times().ifPresent(this::range);
        column.histogram().ifPresentOrElse(this::histogram, () -> top(column.top()));
        html.append("</section>\n");
    }

    private String name() {
        return column.name().isBlank() ? "<i>no name</i>" : PageText.escaped(column.name());
    }

    private void presence() {
        html.append("<p class=\"presence\">").append(PageText.count(column.count(), "value"));
        if (column.missing() > 0) {
            html.append(", <strong>").append(PageText.count(column.missing())).append(" missing</strong> (");
            html.append(PageText.share(column.missing(), column.missing() + column.count()))
                    .append(')');
        } else {
            html.append(", none missing");
        }
        html.append(", ").append(column.isDistinctCapped() ? "at least " : "");
        html.append(PageText.count(column.distinct())).append(" distinct</p>\n");
    }

    private void spread(Spread spread) {
        html.append("<dl>\n");
        figure("min", value(spread.min()));
        column.quantiles().ifPresent(this::quantiles);
        figure("max", value(spread.max()));
        figure("mean", PageText.number(spread.mean()));
        figure("deviation", PageText.number(spread.deviation()));
        html.append("</dl>\n");
    }

    private void range(TimeRange range) {
        html.append("<dl>\n");
        figure("first", range.from().replace('T', ' '));
        column.quantiles().ifPresent(this::quantiles);
        figure("last", range.to().replace('T', ' '));
        html.append("</dl>\n");
    }

    private void quantiles(Quantiles quantiles) {
        figure("1 %", value(quantiles.p1()));
        figure("5 %", value(quantiles.p5()));
        figure("25 %", value(quantiles.p25()));
        figure("median", value(quantiles.p50()));
        figure("75 %", value(quantiles.p75()));
        figure("95 %", value(quantiles.p95()));
        figure("99 %", value(quantiles.p99()));
    }

    private String value(double value) {
        return PageText.value(column.type(), value);
    }

    private void figure(String name, String value) {
        html.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
    }

    private void histogram(Histogram histogram) {
        long most = histogram.counts().stream().mapToLong(Long::longValue).max().orElse(1);
        String from = value(histogram.edges().get(0));
        String to = upTo(histogram, histogram.counts().size() - 1);
        html.append("<figure>\n<svg viewBox=\"0 0 ")
                .append(CHART_WIDTH)
                .append(' ')
                .append(CHART_HEIGHT);
        html.append("\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        html.append(described(histogram, most, from, to)).append("\">\n");
        for (int bin = 0; bin < histogram.counts().size(); bin++) {
            if (histogram.counts().get(bin) > 0) {
                bar(histogram, bin, most);
            }
        }
        html.append("</svg>\n<figcaption><span>").append(from);
        html.append("</span><span>").append(to).append("</span></figcaption>\n</figure>\n");
    }

    private String described(Histogram histogram, long most, String from, String to) {
        int bin = histogram.counts().indexOf(most);
        return "Histogram from " + from + " to " + to + " in "
                + PageText.count(histogram.counts().size(), "bin") + "; the fullest one is "
                + bin(histogram, bin) + ".";
    }

    private String bin(Histogram histogram, int bin) {
        String from = value(histogram.edges().get(bin));
        String to = upTo(histogram, bin);
        return from + (from.equals(to) ? "" : " to " + to) + ": "
                + PageText.count(histogram.counts().get(bin));
    }

    /** Of whole numbers the last one that a bin has room for and the column goes up to, else the edge. */
    private String upTo(Histogram histogram, int bin) {
        double edge = histogram.edges().get(bin + 1);
        double max = column.numbers().map(Spread::max).orElse(edge);
        return value(column.type() == ColumnType.WHOLE ? Math.min(edge - 1, max) : edge);
    }

    /** At least as high as can be seen. */
    private void bar(Histogram histogram, int bin, long most) {
        long count = histogram.counts().get(bin);
        double width = (double) CHART_WIDTH / histogram.counts().size();
        double height = Math.max(1, (double) CHART_HEIGHT * count / most);
        html.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"><title>%s</title></rect>\n",
                bin * width + 0.5,
                CHART_HEIGHT - height,
                width - 1,
                height,
                bin(histogram, bin)));
    }

    private void top(List<TopValue> top) {
        if (top.isEmpty()) {
            return;
        }
        html.append("<table>\n");
        top.forEach(this::topValue);
        html.append("</table>\n");
        long others = column.distinct() - top.size();
        if (others > 0) {
            long shown = top.stream().mapToLong(TopValue::count).sum();
            html.append("<p class=\"others\">")
                    .append(PageText.count(others, "other"))
                    .append(" in ");
            html.append(PageText.count(column.count() - shown, "row")).append("</p>\n");
        }
    }

    private void topValue(TopValue value) {
        String shown = value.value().isBlank() ? "<i>blank</i>" : PageText.escaped(value.value());
        html.append("<tr><th scope=\"row\">").append(shown).append("</th><td>");
        html.append(String.format(
                Locale.ROOT, "<span style=\"width:%.1f%%\"></span></td><td>", 100.0 * value.count() / column.count()));
        html.append(PageText.count(value.count())).append(" (");
        html.append(PageText.share(value.count(), column.count())).append(")</td></tr>\n");
    }
}
