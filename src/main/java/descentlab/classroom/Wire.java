package descentlab.classroom;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What servers say to each other of rooms, as bytes: JSON with the names of the records' parts. A part that is unknown is
 * passed over, so that servers of two versions understand each other as long as parts are only added.
 */
final class Wire {

    /** By its kind, as the disk does not have it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface ByName {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // as of an earlier version, which has no such part
            .addMixIn(Truth.class, ByName.class)
            .addModule(new SimpleModule()
                    .addSerializer(Experiment.class, written(Wire::write))
                    .addDeserializer(Experiment.class, read(Wire::experiment))
                    .addSerializer(SurfaceExperiment.class, written(Wire::write))
                    .addDeserializer(
                            SurfaceExperiment.class, read(text -> (SurfaceExperiment) experiment(text)))
                    .addSerializer(Question.class, written(Question::write))
                    .addDeserializer(Question.class, read(Question::read)))
            .build();

    private Wire() {}

    static byte[] write(Object message) {
        return JSON.writeValueAsBytes(message);
    }

    /** @return nothing if it is no such message, as of another version */
    static <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (JacksonException | IllegalArgumentException | ClassroomException unknown) {
            return Optional.empty();
        }
    }

    private static String write(Experiment experiment) {
        return experiment.page() + "?" + experiment.query();
    }

    private static Experiment experiment(String text) {
        String[] parts = text.split("\\?", 2);
        return Experiment.read(parts[0], EncodedQuery.read(parts[1])).orThrow().opened();
    }

    private static <T> ValueSerializer<T> written(Function<T, String> writer) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(writer.apply(value));
            }
        };
    }

    private static <T> ValueDeserializer<T> read(Function<String, T> reader) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reader.apply(in.getString());
            }
        };
    }
}
