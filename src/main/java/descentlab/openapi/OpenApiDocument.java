package descentlab.openapi;

import descentlab.api.DeclaredParameter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@link Endpoints} as an OpenAPI document (version 3.0). */
final class OpenApiDocument {

    private static final String PROBLEM = "Problem";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What a path leaves open. */
    private static final Pattern OPEN = Pattern.compile("\\{(\\w+)}");

    private static final String ABOUT =
            """
            The numbers behind every link: the query of a lab's address gives the same experiment here, bit for bit. A query may \
            have 4,000 characters; what is longer goes as a form in the body of a POST, with the same names, up to 1 MiB. \
            Nothing here changes anything, and nobody has to sign in. What belongs to a learner or to a class \
            (/api/progress.json, /api/notebook, /api/rooms, /api/plans) is for their own pages and is not described here.""";

    private OpenApiDocument() {}

    /** Puts our addresses in the place of whatever the document held. */
    static void write(OpenAPI document) {
        document.info(new Info()
                .title("Descent Lab")
                .version("1")
                .description(ABOUT)
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
        document.setServers(null); // where it was read from, whatever a proxy made of that
        document.setTags(null);
        document.setComponents(new Components().addSchemas(PROBLEM, problem()));
        Paths paths = new Paths();
        Endpoints.ALL.forEach(endpoint -> paths.addPathItem(endpoint.path(), item(endpoint)));
        document.setPaths(paths);
    }

    private static PathItem item(Endpoint endpoint) {
        Operation get = operation(endpoint, "get");
        endpoint.parameters().forEach(each -> get.addParametersItem(new QueryParameter()
                .name(each.name())
                .description(each.meaning())
                .schema(schema(each))));
        Matcher open = OPEN.matcher(endpoint.path());
        while (open.find()) {
            get.addParametersItem(new PathParameter().name(open.group(1)).schema(new StringSchema()));
        }
        if (!endpoint.run().isEmpty()) {
            get.addParametersItem(new QueryParameter()
                    .name("run")
                    .description("an optimizer, name(key=value,...); may be given several times")
                    .required(true)
                    .schema(runs(endpoint)));
        }
        PathItem item = new PathItem().get(get);
        if (endpoint.posted()) {
            Schema<?> form = new ObjectSchema();
            endpoint.parameters().forEach(each -> form.addProperty(each.name(), schema(each).description(each.meaning())));
            if (!endpoint.run().isEmpty()) {
                form.addProperty("run", runs(endpoint));
                form.addRequiredItem("run");
            }
            item.post(operation(endpoint, "post")
                    .requestBody(new RequestBody()
                            .content(new Content().addMediaType(FORM, new MediaType().schema(form)))));
        }
        return item;
    }

    private static Operation operation(Endpoint endpoint, String method) {
        ApiResponses answers = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("What was asked for")
                                .content(new Content().addMediaType(endpoint.answer(), new MediaType().schema(answer(endpoint)))));
        if (endpoint.posted()) {
            refusal(answers, "400", "A parameter is wrong: which, what came, and what is allowed");
            refusal(answers, "422", "Too much work, or data that does not fit: which parameter, what came, and what is allowed");
            refusal(answers, "429", "The server is busy with your others, or with everybody's; try again in a moment");
        }
        if (method.equals("post")) {
            refusal(answers, "413", "The body has more than 1 MiB");
            refusal(answers, "415", "The body is no form");
        }
        return new Operation()
                .operationId(method + endpoint.path().replaceAll("[^a-z]+([a-z])?", "_$1"))
                .summary(endpoint.about())
                .responses(answers);
    }

    private static void refusal(ApiResponses answers, String status, String about) {
        answers.addApiResponse(
                status,
                new ApiResponse()
                        .description(about)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> answer(Endpoint endpoint) {
        return endpoint.answer().equals("application/json") ? new ObjectSchema() : new StringSchema();
    }

    private static Schema<?> runs(Endpoint endpoint) {
        return new ArraySchema().items(new StringSchema()).example(List.of(endpoint.run()));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("what is wrong, in a sentence or two"))
                .addProperty("parameter", new StringSchema().description("which"))
                .addProperty("came", new StringSchema().description("what it held"))
                .addProperty("allowed", new StringSchema().description("what it may hold"))
                .addProperty("limit", new StringSchema().description("the same as allowed, where it was too much work"));
    }

    private static Schema<?> schema(DeclaredParameter parameter) {
        String initial = parameter.initial();
        return switch (parameter.type()) {
            case "whole" -> {
                Schema<?> whole = bounded(new IntegerSchema().format("int64"), parameter);
                yield initial == null ? whole : defaulted(whole, Long.valueOf(initial));
            }
            case "number" -> {
                Schema<?> number = bounded(new NumberSchema(), parameter);
                yield initial == null ? number : defaulted(number, new BigDecimal(initial));
            }
            case "flag" -> defaulted(new BooleanSchema(), Boolean.valueOf(initial));
            case "choice" -> {
                StringSchema choice = new StringSchema();
                parameter.values().forEach(choice::addEnumItem);
                yield defaulted(choice, initial);
            }
            default -> {
                Schema<?> text = new StringSchema().example(parameter.example());
                yield initial == null ? text : defaulted(text, initial);
            }
        };
    }

    private static Schema<?> defaulted(Schema<?> schema, Object initial) {
        schema.setDefault(initial);
        return schema;
    }

    private static Schema<?> bounded(Schema<?> schema, DeclaredParameter parameter) {
        schema.minimum(BigDecimal.valueOf(parameter.least()));
        if (parameter.most() != null) {
            schema.maximum(BigDecimal.valueOf(parameter.most()));
        }
        return schema;
    }
}
