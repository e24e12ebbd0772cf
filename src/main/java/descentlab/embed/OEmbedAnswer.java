package descentlab.embed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the oEmbed standard (oembed.com, version 1.0) has a provider say of a link.
 *
 * @param type rich, or link where no site may show it in a frame
 * @param html the frame; null of a link
 * @param width of the frame; null of a link
 * @param height of the frame; null of a link
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OEmbedAnswer(
        String type,
        String version,
        String title,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        @JsonProperty("thumbnail_url") String thumbnailUrl,
        @JsonProperty("thumbnail_width") Integer thumbnailWidth,
        @JsonProperty("thumbnail_height") Integer thumbnailHeight,
        String html,
        Integer width,
        Integer height) {}
