package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.pipeline.StepOptions;
import org.tributary.runtime.picture.Pipelines.Change;
import org.tributary.runtime.picture.Pipelines.Read;
import org.tributary.runtime.picture.Pipelines.Rows;
import org.tributary.tracking.RunStatus;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Text that would be markup, or break a line or a quotation, stays text in each format. */
final class HostileNamesTest {

    private static final String DOT_STRING = "\"(?:\\\\[\\\\\"n]|[^\"\\\\\\n])*\"";
    private static final String MERMAID_STRING =
            "\"(?:[\\p{L}\\p{Nd} ,\\x{80}-\\x{10FFFF}]|(?<=[\\p{L}\\p{Nd}])[._-](?=[\\p{L}\\p{Nd}])|#\\d+;|<br/>)*\"";

    /** A pipeline in which all texts that users choose freely are the same one. */
    private static PipelinePicture picture(String text) {
        Pipeline<?> pipeline = Pipeline.define(text, p -> {
            Node<Object> untyped = p.add("untyped", context -> new Object());
            Node<Rows> part = untyped.part(text, whole -> new Rows(1));
            return part.then(
                    "end",
                    new Change(text, 1),
                    StepOptions.defaults().withExport(Path.of(text.replaceAll("[^ -~]", "_"))));
        });
        return PipelinePicture.of(pipeline)
                .withReport(FixedReport.of(
                        RunStatus.FAILED, FixedReport.ran("untyped", 1), FixedReport.failed("end", text)));
    }

    static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</title></svg><script>alert(1)</script>",
                "\"><image href=x onerror='alert(1)'>&amp;&lt;&#0;",
                "]]> <!-- -- > <?xml ?> &nbsp;",
                "a\"];\nb -> c [label=\"\\\\",
                "ends with a backslash \\",
                "\\N \\G \\l \\n &quot;",
                "a\"] --> b[\"<b>bold</b>\"]\nclick a call()",
                "%%{init: {\"theme\":\"dark\"}}%% `markdown` **b** #quot; ;",
                "style x:#1;",
                "end",
                "\u0000\u0007\u001B[31m red\u007F",
                "\u202Eturned around\u202C",
                "\uD83D\uDC27 and half \uD83D of one",
                "\uFFFE\uFFFF\u0085\u2028",
                "\t\r\n "
            })
    void texts_thatLookLikeMarkup_stayText(String text) throws Exception {
        String name = text.isBlank() ? "x" + text : text;
        PipelinePicture picture = picture(name);

        Document svg = parsed(picture.toSvg());
        String shown = name.codePoints()
                .map(XmlText::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(texts(svg, "title")).contains(shown);
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
        assertThat(picture.toDot().replaceAll(DOT_STRING, "S"))
                .matches("[\\w\\s\\[\\]{},;=>-]*")
                .contains("n0 [label=S", "n0 -> n1 [label=S]");
        assertThat(picture.toMermaid().replaceAll(MERMAID_STRING, "S"))
                .contains("n0[S]", "n1[S]", "n0 -->|S| n1")
                .matches("(?:[\\w ]|\\[S]|-->|\\|S\\||classDef \\w+ [\\w:#, -]+|,|\n)*");
    }

    @Test
    void names_ofAnyLetters_areShownAndKeptInTheirBox() throws Exception {
        String[] names = {
            "\u00e9tape",
            "\u015e\u0131k",
            "\u8bad\u7ec3",
            "\u0442\u0440\u0435\u043d",
            "\u05d0\u05d1\u05d2",
            "x".repeat(500)
        };
        Pipeline<Rows> pipeline = Pipeline.define("letters", p -> {
            Node<Rows> last = p.add("start", new Read("x"));
            for (String name : names) {
                last = last.then(name, new Change("x", 1));
            }
            return last;
        });
        Document svg = parsed(PipelinePicture.of(pipeline).toSvg());
        assertThat(texts(svg, "text")).contains("\u00e9tape", "\u8bad\u7ec3").noneMatch(text -> text.length() > 60);
        assertThat(texts(svg, "title")).anyMatch(title -> title.startsWith("x".repeat(200)));
        assertInside(svg);
    }

    @Test
    void texts_ofARun_areKeptInTheirBoxes() throws Exception {
        assertInside(parsed(PipelinePicture.of(Pipelines.nested())
                .withReport(PipelinePictureTest.ELEMENTS)
                .toSvg()));
        assertInside(parsed(picture("W".repeat(300)).toSvg()));
    }

    /** All text of a box ends before its right side. */
    private static void assertInside(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        int checked = 0;
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            Element group = (Element) text.getParentNode();
            Element box = (Element) group.getElementsByTagName("rect").item(0);
            boolean isCentred = text.getAttribute("class").startsWith("centred");
            if (box != null && !isCentred) {
                double size = text.getAttribute("class").equals("name") ? 13 : 11;
                double right = Double.parseDouble(text.getAttribute("x")) + TextFit.width(text.getTextContent(), size);
                double end = Double.parseDouble(box.getAttribute("x")) + Double.parseDouble(box.getAttribute("width"));
                assertThat(right).as(text.getTextContent()).isLessThan(end);
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void notes_longerThanATooltip_areShortened() {
        assertThat(picture("y".repeat(100_000)).toSvg().length()).isLessThan(500_000);
        assertThat(Pattern.compile("y{10000}")
                        .matcher(picture("y".repeat(100_000)).toMermaid())
                        .find())
                .isFalse();
    }
}
