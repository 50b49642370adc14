/** What users of Tributary program against: steps, pipelines, runners, trackers, codecs and their records. */
module org.tributary.api {
    requires static transitive org.jspecify;

    exports org.tributary.pipeline;
    exports org.tributary.run;
    exports org.tributary.cache;
    exports org.tributary.tracking;
    exports org.tributary.data;

    uses org.tributary.pipeline.Extension;
}
