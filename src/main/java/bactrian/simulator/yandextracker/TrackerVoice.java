package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Allowance;
import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Voice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Yandex Tracker refuses, in Russian. */
final class TrackerVoice implements Voice {

    @Override
    public Answer unauthorized() {
        return error(401, "Пользователь не авторизован.");
    }

    @Override
    public Answer tooManyRequests(double limit, Duration wait) {
        return error(429, "Превышено количество запросов.");
    }

    @Override
    public Answer refusal(Optional<String> named) {
        return named.map(key -> invalid(Map.of("issues", "Задачи не существуют: " + key + ".")))
                .orElseGet(() -> error(422, "Не удалось выполнить операцию."));
    }

    @Override
    public Answer failing(int status) {
        return error(status, status == 503 ? "Сервис временно недоступен." : "Внутренняя ошибка сервера.");
    }

    @Override
    public Answer unreadable(int status) {
        return error(status, "Не удалось прочитать тело запроса.");
    }

    /** No documented headers; {@code Retry-After} when there is nothing left. */
    @Override
    public Map<String, String> allowance(double limit, long remaining, Duration reset) {
        return remaining > 0 ? Map.of() : Map.of("Retry-After", Long.toString(Allowance.seconds(reset)));
    }

    static Answer notFound(String what) {
        return error(404, what + " не существует.");
    }

    static Answer error(int status, String message) {
        return Answer.json(status, problem(status, Map.of(), List.of(message)));
    }

    static Answer invalid(Map<String, String> fields) {
        return Answer.json(422, problem(422, fields, List.of()));
    }

    static ObjectNode problem(int status, Map<String, String> fields, List<String> messages) {
        ObjectNode body = Json.object();
        ObjectNode errors = body.putObject("errors");
        fields.forEach(errors::put);
        body.set("errorMessages", Json.texts(messages));
        return body.put("statusCode", status);
    }
}
