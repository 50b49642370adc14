package org.tributary.pipeline;

/** The rules that the definition of a pipeline can break; the names stand in messages. */
enum Rule {
    PIPELINE_DUPLICATE_NAME,
    PIPELINE_FOREIGN_NODE,
    PIPELINE_NULL,
    PIPELINE_BAD_NAME,
    PIPELINE_NO_COMPONENT,
    PIPELINE_NESTED_PART,
    PIPELINE_DEFINED
}
