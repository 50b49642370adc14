package org.tributary.runtime.picture;

import org.tributary.runtime.picture.StepState.Look;

/** Colours and signs of SVG pictures. Every rule is bound to our pictures, as a page may hold other things beside them. */
final class SvgStyle {

    private SvgStyle() {}

    static final String CSS = """

            .tributary{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
            .tributary .paper{fill:#fff}
            .tributary .box,.tributary .sheet{fill:#f6f8fa;stroke:#818b98;stroke-width:1.2}
            .tributary .map>.box,.tributary .map>.sheet{fill:#fff}
            .tributary .inlet>.box{fill:#fff;stroke-dasharray:4 3}
            .tributary .result>.box{stroke-width:2.2}
            .tributary .edge{fill:none;stroke:#818b98;stroke-width:1.4}
            .tributary .tip{fill:#818b98}
            .tributary text{fill:#1f2328}
            .tributary .heading{font-size:16px;font-weight:600}
            .tributary .name{font-size:13px;font-weight:600}
            .tributary .line,.tributary .state{font-size:11px}
            .tributary .centred{text-anchor:middle}
            .tributary .outcome{font-size:12px}
            .tributary .line{fill:#59636e}
            .tributary .mark{fill:none;stroke:#fff;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
            .tributary .ran>.box{stroke:#1a7f37}
            .tributary .cached>.box{stroke:#0969da}
            .tributary .failed>.box{stroke:#cf222e;stroke-width:2.5;fill:#ffebe9}
            .tributary .map.failed>.box{fill:#fff}
            .tributary .skipped>.box{stroke:#818b98;stroke-dasharray:2 3}
            .tributary .sign-ran{fill:#1a7f37}
            .tributary .sign-cached{fill:#0969da}
            .tributary .sign-failed{fill:#cf222e}
            .tributary .sign-skipped{fill:#6e7781}
            @media (prefers-color-scheme:dark){
            .tributary .paper{fill:#0d1117}
            .tributary .box,.tributary .sheet{fill:#1c2129;stroke:#848d97}
            .tributary .map>.box,.tributary .map>.sheet{fill:#0d1117}
            .tributary .inlet>.box{fill:#0d1117}
            .tributary .edge{stroke:#848d97}
            .tributary .tip{fill:#848d97}
            .tributary text{fill:#f0f6fc}
            .tributary .line{fill:#a5adb7}
            .tributary .mark{stroke:#0d1117}
            .tributary .ran>.box{stroke:#3fb950}
            .tributary .cached>.box{stroke:#58a6ff}
            .tributary .failed>.box{stroke:#ff7b72;fill:#3a1d20}
            .tributary .map.failed>.box{fill:#0d1117}
            .tributary .skipped>.box{stroke:#848d97}
            .tributary .sign-ran{fill:#3fb950}
            .tributary .sign-cached{fill:#58a6ff}
            .tributary .sign-failed{fill:#ff7b72}
            .tributary .sign-skipped{fill:#9198a1}
            }
            """;

    /** A sign of 12 by 12 pixels: they differ in shape, not in colour alone. */
    static String sign(Look look) {
        return switch (look) {
            case RAN -> "<circle class=\"sign-ran\" cx=\"6\" cy=\"6\" r=\"6\"/>" + mark("M3.2 6.2l2 2 3.6-4.2");
            case CACHED ->
                "<path class=\"sign-cached\" d=\"M.5 2.6a5.5 2.4 0 0 1 11 0v6.8a5.5 2.4 0 0 1-11 0z\"/>"
                        + mark("M1 4.4a5 1.8 0 0 0 10 0M1 7.6a5 1.8 0 0 0 10 0");
            case FAILED ->
                "<path class=\"sign-failed\" d=\"M3.5 0h5l3.5 3.5v5l-3.5 3.5h-5l-3.5-3.5v-5z\"/>"
                        + mark("M3.8 3.8l4.4 4.4M8.2 3.8l-4.4 4.4");
            case SKIPPED ->
                "<rect class=\"sign-skipped\" y=\"3\" width=\"12\" height=\"6\" rx=\"3\"/>" + mark("M3.5 6h5");
        };
    }

    private static String mark(String path) {
        return "<path class=\"mark\" d=\"" + path + "\"/>";
    }
}
