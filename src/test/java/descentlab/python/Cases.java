package descentlab.python;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Reading;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleForms;
import descentlab.optimizer.RuleOptimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Experiments whose scripts are run: each kind of optimizer, each objective, each task that there are scripts for. */
final class Cases {

    /** Rates at which no path is chaotic on any objective, so that roundings stay as small as they are. */
    private static final double STEEP = 1e-3;

    private static final double EVEN = 0.047;

    private static final List<String> BY_SLOPE = List.of("sgd", "momentum", "nesterov", "counter", "torch.sgd");

    /** Each key at another value than its default, each schedule, and what would divide by 0. */
    private static final List<String> SETTINGS = List.of(
            "sgd(lr=0.4,schedule=invsqrt(2))",
            "sgd(lr=0.2,schedule=exponential(0.9))",
            "sgd(lr=0.3,schedule=step(3,0.5))",
            "sgd(lr=0.3,schedule=cosine(10))",
            "sgd(lr=0.3,schedule=warmup(7))",
            "momentum(lr=0.1,beta=0.5)",
            "nesterov(lr=0.1,beta=0)",
            "nesterov(lr=0.1,beta=0.7,schedule=cosine(30))",
            "counter(lr=0.3,c=0)",
            "counter(lr=0.3,c=2,schedule=step(4,0.7))",
            "adagrad(lr=2,eps=0)",
            "adagrad(lr=0.4,power=0.25)",
            "adagrad(lr=0.4,memory=0.9)",
            "adagrad(lr=0.4,power=0.7,memory=0.5,eps=0.001)",
            "rmsprop(lr=0.2,gamma=0.8,eps=0)",
            "adadelta(eps=0)",
            "adadelta(lr=2,rho=0.8,eps=0.01)",
            "adam(lr=0.3,beta1=0.8,beta2=0.99)",
            "adam(lr=0.3,eps=0,schedule=warmup(5))",
            "yogi(lr=0.2,beta1=0.5,eps=0.01)",
            "newton(lr=0.5)",
            "diagonal(lr=0.3,schedule=invsqrt(1))",
            "torch.sgd(lr=0.1,momentum=0.9,dampening=0.3)",
            "torch.sgd(lr=0.1,momentum=0.5,nesterov=true,weight_decay=0.1)",
            "torch.sgd(lr=0.1,weight_decay=0.2,schedule=exponential(0.95))",
            "torch.adagrad(lr=0.5,lr_decay=0.1,weight_decay=0.1,initial_accumulator_value=0.2)",
            "torch.adagrad(lr=0.5,lr_decay=0.2,eps=0)",
            "torch.rmsprop(lr=0.1,alpha=0.9,centered=true,momentum=0.5,weight_decay=0.1)",
            "torch.rmsprop(lr=0.1,eps=0,momentum=0.5)",
            "torch.adadelta(lr=3,rho=0.5,weight_decay=0.2)",
            "torch.adam(lr=0.2,beta1=0.5,amsgrad=true,weight_decay=0.3)",
            "torch.adam(lr=0.2,amsgrad=true,eps=0)",
            "torch.adamw(lr=0.2,weight_decay=0.4)",
            "torch.adamw(lr=0.2,weight_decay=0,eps=0)",
            "torch.adamax(lr=0.2,weight_decay=0.1)",
            "torch.adamax(lr=0.2,eps=0)",
            "torch.nadam(lr=0.2,momentum_decay=0.1,weight_decay=0.2,decoupled_weight_decay=true)",
            "torch.nadam(lr=0.2,weight_decay=0.2,eps=0)",
            "torch.radam(lr=0.2,beta2=0.9,weight_decay=0.1)",
            "torch.radam(lr=0.2,beta2=0.9,weight_decay=0.1,decoupled_weight_decay=true,eps=0)");

    /** Stages afresh and kept, with torch.optim's own and by hand, of two and of more, at other rates and settings. */
    private static final List<String> STAGES = List.of(
            "adagrad(lr=0.4)~8~sgd(lr=0.1)",
            "sgd(lr=0.3,schedule=cosine(5))~5~sgd(lr=0.3,schedule=cosine(5))~10~sgd(lr=0.1,schedule=cosine(5))",
            "adagrad(lr=0.4)~8~adagrad(lr=0.1,keep=true)~12~adam(lr=0.2)~16~adam(lr=0.1,schedule=invsqrt(1),keep=true)",
            "adagrad(lr=0.4,eps=0)~8~adagrad(lr=0.1,eps=0.01,power=0.25,memory=0.9,keep=true)",
            "momentum(lr=0.1)~8~momentum(lr=0.05,beta=0.5,keep=true)~9~nesterov(lr=0.02,beta=0.3)",
            "rmsprop(lr=0.2)~4~rmsprop(lr=0.1,gamma=0.8,keep=true)~8~rmsprop(lr=0.1,gamma=0.7,eps=0,keep=true)",
            "adadelta(lr=1)~6~adadelta(lr=2,rho=0.7,keep=true)",
            "adam(lr=0.3)~6~adam(lr=0.1,beta1=0.5,beta2=0.9,keep=true)",
            "yogi(lr=0.3)~6~yogi(lr=0.1,beta2=0.99,keep=true)",
            "counter(lr=0.3)~3~counter(lr=0.2,c=0,keep=true)~7~newton(lr=0.5)~9~diagonal(lr=0.5)",
            "torch.sgd(lr=0.1,momentum=0.9)~8~torch.sgd(lr=0.05,momentum=0.9,keep=true)~12~torch.sgd(lr=0.01)",
            "torch.sgd(lr=0.1,momentum=0.9,dampening=0.1)~8~torch.sgd(lr=0.05,momentum=0.5,keep=true)",
            "torch.adagrad(lr=0.5)~5~torch.adagrad(lr=0.2,lr_decay=0.1,weight_decay=0.1,keep=true)",
            "torch.adam(lr=0.2,amsgrad=true)~7~torch.adam(lr=0.1,schedule=step(3,0.5),amsgrad=true,keep=true)",
            "torch.adamw(lr=0.2)~7~torch.adamw(lr=0.1,weight_decay=0.3,keep=true)",
            "torch.nadam(lr=0.2)~7~torch.nadam(lr=0.1,momentum_decay=0.1,beta1=0.8,keep=true)",
            "torch.radam(lr=0.2,beta2=0.9)~7~torch.radam(lr=0.1,beta2=0.95,keep=true)",
            "torch.rmsprop(lr=0.1)~7~torch.rmsprop(lr=0.05,momentum=0.9,keep=true)~12~torch.rmsprop(lr=0.1,centered=true,keep=true)",
            "torch.sgd(lr=0.1,momentum=0.9)~5~torch.sgd(lr=0.1,keep=true)~9~torch.sgd(lr=0.05,momentum=0.5,nesterov=true,keep=true)",
            "torch.adam(lr=0.2)~7~torch.adam(lr=0.1,amsgrad=true,schedule=step(3,0.5),keep=true)",
            "torch.rmsprop(lr=0.1,centered=true,momentum=0.5)~7~torch.rmsprop(lr=0.05,centered=true,momentum=0.9,keep=true)");

    /** Rules of one's own: each operation, function, kind of name and way to remember. */
    private static final List<String> RULES = List.of(
            "rule(lr=0.4,do=s=s+g^2;x=x-lr*g/sqrt(s+1e-6))",
            "rule(lr=0.1,beta=0.8,do=v=beta*v+g;x=x-lr*v)",
            "rule(lr=0.4,do=x=x-lr*g/(sqrt(s)+1);s=s+g^2)",
            "rule(lr=0.3,do=param b1=0.9;param b2=0.99;v=b1*v+(1-b1)*g;s=b2*s+(1-b2)*g^2;x=x-lr*(v/(1-b1^t))/(sqrt(s/(1-b2^t))+1e-6))",
            "rule(lr=0.3,do=param b=0.9;state p=1;p=p*b^(1/t);v=p*v+g;x=x-lr*v*(1-p))",
            "rule(lr=0.3,do=x=x-lr*where(abs(g)>1,sign(g),where(t<=3,g/2,g)))",
            "rule(lr=0.2,do=v=first(g,0.9*v+0.5*g);x=x-lr*v)",
            "rule(lr=0.2,do=d=min(max(g,-1),1,2)+0*(t>=2)-(g==0);x=x-lr*d)",
            "rule(lr=0.3,do=x=x-lr*g/max(norm(g),mean(abs(g)),sum(g^2)/10,1))",
            "rule(lr=0.3,do=n=n+allsum(g*g);x=x-lr*g/sqrt(n+1e-6)*allmean(abs(x))/allnorm(x+1))",
            "rule(lr=0.1,do=param lambda=0.1;state def=lambda;def=def/2;x=x-lr*(g+def*x))",
            "rule(lr=0.1,do=x=x-lr*tanh(g)*exp(-t/10)*log(1+t)*cos(1/t)*(1+sin(pi*t/7))/e^0.5)",
            "rule(lr=0.1,do=x=x-lr*sign(g)*abs(g)^(2/3)*(t^0.25+t^-0.3)*(1-2*t)^0/-(-1))",
            "rule(lr=0.2,schedule=invsqrt(1),do=u=t/(t-1);s=s+g^3*g;x=x-lr*g/(1+s^0.5)^(1/2)*where(u>3,1,0.5))",
            "rule(lr=0.4,do=s=s+g^2;x=x-lr*g/sqrt(s+1e-6))~6~rule(lr=0.2,do=s=s+g^2;x=x-lr*g/sqrt(s+1e-6),keep=true)~9~sgd(lr=0.05)",
            "rule(lr=0.1,b=0.9,do=state w=b;w=b*w+0.1*g;x=x-lr*w)~6~rule(lr=0.1,b=0.5,do=state w=b;w=b*w+0.1*g;x=x-lr*w,keep=true)");

    /**
     * Rules over tensors and over all of them: each reduction, of what has a value for each element, for each tensor and for all; what
     * is remembered of a tensor and of all, from 0 and from elsewhere; kept by a stage.
     */
    static final List<String> SUMS = List.of(
            "rule(lr=0.03,do=x=x-lr*g/(norm(g)+0.1))",
            "rule(lr=0.03,do=n=0.9*n+0.1*mean(g^2);x=x-lr*g/(sqrt(n)+1e-3))",
            "rule(lr=0.03,do=state n=0.3;n=n+sum(abs(g))/t;x=x-lr*g/sqrt(n))",
            "rule(lr=0.01,beta=0.9,do=v=beta*v+g/allnorm(g);x=x-lr*v)",
            "rule(lr=0.03,schedule=invsqrt(1),do=state p=0.2;p=0.9*p+allsum(g^2);x=x-lr*g/sqrt(p))",
            "rule(lr=0.03,do=x=x-lr*g/(allmean(abs(g))+norm(x)+0.1))",
            "rule(lr=0.003,do=x=x-lr*g*sum(0.1)*allsum(2)/allsum(0.1)*sum(norm(g)+0.2)/(1+allmean(norm(x)))/mean(0.5))",
            "rule(lr=0.02,do=x=x-lr*where(norm(g)>0.5,g/norm(g),first(g,g*sum(where(allnorm(g)>0.6,0.1,0.2)))))",
            "rule(lr=0.03,do=m=first(norm(g),max(0.9*m,norm(g)));u=sum(m);x=x-lr*g/(m+u))",
            "rule(lr=0.03,do=n=n+norm(g)^2;s=s+g^2;x=x-lr*(g/sqrt(n+0.01)+g/sqrt(s+0.01)))~64~rule(lr=0.01,keep=true,do=n=n+norm(g)^2;s=s+g^2;x=x-lr*(g/sqrt(n+0.01)+g/sqrt(s+0.01)))~128~sgd(lr=0.01)");

    /**
     * Rules that round to single precision: each operation and function, and beside what is in double precision. Most halve x, so that
     * the last bit of a step is not lost beside it.
     */
    static final List<String> SINGLES = List.of(
            "rule(lr=0.03,single=true,do=x=x-lr*g)",
            "rule(lr=0.1,single=true,do=s=s+g^2;x=x-lr*g/sqrt(s+1e-6))",
            "rule(lr=0.7,single=true,do=s=0.3*s+g^2;x=x/2-lr/sqrt(s+1e-6)*g)",
            "rule(lr=0.3,single=true,do=param b1=0.9;param b2=0.999;state s=0.1;m=b1*m+(1-b1)*g;s=b2*s+(1-b2)*g^2;x=x/2-lr*(m/(1-b1^t))/(sqrt(s/(1-b2^t))+1e-6))",
            "rule(lr=0.05,single=true,do=x=x/2-lr*exp(-abs(g)/3)*(cos(x)+2)*(2+sin(g/3)))",
            "rule(lr=0.2,single=true,do=x=x/2-lr*tanh(g)*log(2+g^2))",
            "rule(lr=0.3,single=true,do=x=x/2-lr*sign(g)*(abs(g)^(2/3)+abs(g)^0.75+(1+g^2)^(1/2)-1+0.3^abs(g)))",
            "rule(lr=0.3,single=true,do=k=3;x=x/2-lr*((g/3)^5/(1+(g/4)^6)-(2+g^2)^-3+1/(1+(g/3)^k*(g/3)^(9/3))))",
            "rule(lr=0.3,single=true,do=x=x/2-lr*g/(norm(g)+0.1)*(1+mean(x)^2)/(2+sum(g*x)^2)*(allsum(0.3)/allnorm(x+1)))",
            "rule(lr=0.3,single=true,do=state p=0.1;n=n/2+norm(g)^2;p=p*0.9;w=0.7*w+0.1*g;x=x/2-lr*(w+p*g)/(1+sqrt(n)/7)*sum(0.1))",
            "rule(lr=0.3,single=true,do=x=x/2-lr*min(max(g,-1.1),0.7,1.3)*where(abs(g)>0.1,1.1,first(0.3,g))-lr*0.1*(x<=0.3)*(t>=2))",
            "rule(lr=0.3,single=true,schedule=cosine(90),do=state v=0.1;v=first(v,0.9*v)+where(t<=3,0.1,0.2*g);x=x/2-lr*v-lr/7*g-where(t>3,0.1,g)*0.7/1.7)",
            "rule(lr=0.3,single=true,do=w=0.9*w+0.1*g;x=x/2-lr*w/3)~6~rule(lr=0.2,keep=true,do=w=0.9*w+0.1*g;x=x/2-lr*w/3)",
            "rule(lr=0.3,do=w=0.9*w+0.1*g;x=x/2-lr*w/3)~6~rule(lr=0.2,single=true,keep=true,do=w=0.9*w+0.1*g;x=x/2-lr*w/3)");

    private static final List<String> TYPED = List.of(
            "sin(x1)*cos(x2)",
            "x1^2+0.5*x2^4-x1*x2",
            "exp(-x1^2)+log(1+x2^2)",
            "sqrt(1+x1^2)+abs(x2-0.3)",
            "tanh(x1)^2+sinh(x2/3)*cosh(x1/4)",
            "atan(x1)*asin(x2/9)+acos(x1/9)",
            "min(x1^2,x2^2,3)+max(x1,x2,-1)",
            "(2+x1^2)^x2+2^x1+e^(x2/2)",
            "tan(x1/8)-x2^-2+pi*x1^2/(1+x2^2)^1.5",
            "max(x1,x2)^2+min(x1,2)^3-2^3^1/7",
            "3",
            "x1");

    private Cases() {}

    static Experiment read(String link) {
        String[] parts = link.split("\\?", 2);
        Reading<? extends Experiment> reading = Experiment.read(parts[0], EncodedQuery.read(parts[1]));
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(link + ": " + reading.problems());
        }
        return reading.experiment();
    }

    /** One optimizer of each kind. */
    static List<Optimizer> everyKind() {
        return Optimizers.all().stream()
                .map(kind -> kind.withRate(kind.initial(), BY_SLOPE.contains(kind.name()) ? STEEP : EVEN))
                .toList();
    }

    /** Those that can be written as one. */
    private static List<RuleOptimizer> everyKindAsRule() {
        return everyKind().stream().flatMap(optimizer -> RuleForms.of(optimizer).stream()).toList();
    }

    private static List<Optimizer> everyKindThatTrains() {
        return Optimizers.all().stream()
                .filter(kind -> !kind.secondOrder())
                .map(OptimizerKind::initial)
                .map(optimizer -> Optimizers.of(optimizer).withRate(optimizer, EVEN))
                .toList();
    }

    /** All of them, by name. */
    static Map<String, Experiment> all() {
        Map<String, Experiment> all = new LinkedHashMap<>();
        for (NamedObjective objective : Objectives.all()) {
            race(all, objective.name(), "objective=" + objective.name() + "&steps=25");
        }
        race(all, "turned by 30", "objective=beale&rotate=30&steps=15");
        race(all, "turned by -90", "objective=ellipse&rotate=-90&steps=15");
        race(all, "noisy", "objective=ellipse&noise=0.5&seed=7&steps=20");
        race(all, "noisy and turned", "objective=rotated&rotate=45&noise=0.1&seed=9007199254740992&steps=20");
        race(all, "quadratic", "q=2,0.5;0.3,1&c=1,-2&b=0.25&steps=20");
        race(all, "constant", "q=0,0;0,0&steps=3");
        race(all, "linear", "q=0,0;0,0&c=1,-3&steps=5");
        race(all, "no steps", "objective=ellipse&steps=0");
        for (int i = 0; i < TYPED.size(); i++) {
            race(all, "typed " + i, "f=" + TYPED.get(i).replace("+", "%2B") + "&start=1.2,0.7&steps=12");
        }
        all.put("settings", read("lab/surface?objective=ellipse&steps=20")
                .withRuns(SETTINGS.stream().map(OptimizerSpec::parse).toList()));
        all.put("stages", read("lab/surface?objective=ellipse&steps=20")
                .withRuns(STAGES.stream().map(MethodSpec::parse).toList()));
        all.put("rules", read("lab/surface?objective=ellipse&steps=20")
                .withRuns(RULES.stream().map(MethodSpec::parse).toList()));
        all.put("every kind as a rule", read("lab/surface?objective=ellipse&steps=20").withRuns(everyKindAsRule()));
        all.put("airfoil by rules", read("lab/training?batch=64&epochs=2")
                .withRuns(everyKindAsRule()));
        all.put("airfoil by sums", read("lab/training?batch=32&epochs=2&every=100").withRuns(SUMS.stream().map(MethodSpec::parse).toList()));
        for (String of : List.of("ellipse", "rotated&noise=0.05&seed=5")) {
            all.put("single precision on " + of.substring(0, 7), read("lab/surface?objective=" + of + "&steps=20")
                    .withRuns(SINGLES.stream().map(MethodSpec::parse).toList()));
        }
        all.put("airfoil in single precision", read("lab/training?batch=60&epochs=1&every=240")
                .withRuns(SINGLES.stream().map(each -> each.replace("~6~", "~720~")).map(MethodSpec::parse).toList()));
        all.put("stages with noise", read("lab/surface?objective=rotated&noise=0.1&seed=3&steps=20"
                + "&run=adagrad(lr=0.4)~8~sgd(lr=0.05)~15~adam(lr=0.1)&run=adam(lr=0.4)~8~adam(lr=0.1,keep=true)"));
        all.put("airfoil by stages", read("lab/training?batch=64&epochs=3&run=adagrad(lr=0.1)~1500~sgd(lr=0.01)"
                + "&run=sgd(lr=0.05)~128~sgd(lr=0.01,keep=true)~1564~momentum(lr=0.005)&run=adam(lr=0.01)~3064~adam(lr=0.001,keep=true)"));
        all.put("the chapter's", read("lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)&run=adagrad(lr=2)"));
        all.put("runs away", read("lab/surface?objective=ellipse&steps=400&run=sgd(lr=0.7)&run=newton(lr=3)&run=sgd(lr=0.1)"));
        all.put("runs over", read("lab/surface?objective=styblinski-tang&steps=30&run=sgd(lr=1)&run=torch.sgd(lr=0.5,momentum=0.5)"));
        all.put("airfoil", read("lab/training?data=airfoil").withRuns(everyKindThatTrains()));
        all.put("airfoil in order", read("lab/training?batch=7&epochs=3&shuffle=false&init=zero&every=100")
                .withRuns(everyKindThatTrains()));
        all.put("airfoil that runs away", read("lab/training?epochs=40&every=1500&run=sgd(lr=3)"));
        all.put("zipf-text", read("lab/training?data=zipf-text&batch=40&epochs=1&seed=3&every=500").withRuns(everyKindThatTrains()));
        all.put("zipf-text by small steps", read("lab/training?data=zipf-text&run=sgd(lr=14,schedule=invsqrt(1))&run=adagrad(lr=0.44)"));
        Stream.of("2,1;1,3", "1,0.6,1.6;0.6,4,4;1.6,4,16", "1+2i,0.5;0,-i", "0,1;-1,0", "2,i;-i,5", "3,0;0,0.5", "7", "1,2;2,1")
                .forEach(matrix -> all.put("matrix " + matrix.replace(';', ' '), read("lab/spectrum?matrix=" + matrix.replace("+", "%2B"))));
        return all;
    }

    private static void race(Map<String, Experiment> all, String name, String query) {
        all.put(name, read("lab/surface?" + query).withRuns(everyKind()));
    }
}
